import CClock

/// Whether something keeps the machine's clock right, as the kernel knows it. Timestamps are worth
/// no more than the clock.
enum ClockDiscipline: Equatable {
    case synchronised
    case unsynchronised
    /// The kernel does not say; some containers forbid the question.
    case unknown

    static var now: ClockDiscipline {
        switch tamga_clock_is_synchronised() {
        case 1: .synchronised
        case 0: .unsynchronised
        default: .unknown
        }
    }
}
