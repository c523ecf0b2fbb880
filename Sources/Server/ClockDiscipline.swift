import Glibc

/// Whether something keeps the machine's clock right, as the kernel knows it. Timestamps are worth
/// no more than the clock.
enum ClockDiscipline: Equatable {
    case synchronised
    case unsynchronised
    /// The kernel does not say; some containers forbid the question.
    case unknown

    static var now: ClockDiscipline {
        // Modes 0: nothing is changed, which needs no right.
        var state = timex()
        guard adjtimex(&state) >= 0 else { return .unknown }
        return ClockDiscipline(kernelStatus: state.status)
    }

    init(kernelStatus status: Int32) {
        self = status & STA_UNSYNC == 0 ? .synchronised : .unsynchronised
    }

    var warning: String? {
        switch self {
        case .synchronised, .unknown: nil
        case .unsynchronised:
            "the clock is not synchronised: run a time service such as chrony, or timestamps may "
                + "be wrong"
        }
    }
}
