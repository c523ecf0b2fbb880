// Where everything lies in the data directory.
extension Settings {
    var databaseFile: String { "\(dataFolder)/tamga.sqlite" }

    var keyFolder: String { "\(dataFolder)/keys" }

    /// The time mark of the embedded time-stamping authority.
    var markFile: String { "\(dataFolder)/tsa.mark" }

    var spoolFolder: String { "\(dataFolder)/spool" }
}
