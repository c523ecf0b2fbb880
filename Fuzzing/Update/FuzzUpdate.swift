import FuzzHarness

/// Whatever can be read is prepared for signing and signed.
@main
enum FuzzUpdate {
    static func main() {
        fuzz { data, count in
            try? UpdateTrial(input(data, count)).run()
            return 0
        }
    }
}
