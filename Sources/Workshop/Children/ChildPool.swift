/// The warm children that have nothing to do.
actor ChildPool {
    private let executable: String
    private var idle: [WarmChild] = []

    /// Then a child is replaced, whatever it may have gathered.
    private static let taskLimit = 200

    init(executable: String) {
        self.executable = executable
    }

    /// The one that worked last, if it still lives.
    func take() throws -> WarmChild {
        while let child = idle.popLast() {
            if child.isUsable(upTo: Self.taskLimit) { return child }
        }
        return try WarmChild(executable)
    }

    /// Takes a child back. In place of one that is spent another is started, so that the next
    /// task finds it warm.
    func give(back child: WarmChild) {
        if child.isUsable(upTo: Self.taskLimit) {
            idle.append(child)
        } else if let fresh = try? WarmChild(executable) {
            idle.append(fresh)
        }
    }
}
