/// Timestamps are worth no more than the clock.
struct ClockCheck: Check {
    var discipline = ClockDiscipline.now

    func finding() async -> Finding {
        switch discipline {
        case .synchronised: .good("it is synchronised")
        case .unknown: .good("the kernel does not tell whether it is synchronised")
        case .unsynchronised:
            .warning(
                "it is not synchronised",
                remedy: "run a time service such as chrony, or timestamps may be wrong")
        }
    }
}
