import ArgumentParser

@main
struct Tamga: ParsableCommand {
    func run() throws {}
}
