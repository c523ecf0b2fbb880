import FuzzHarness
import PDFCore

/// Whatever can be read is prepared for signing and signed.
@main
enum FuzzUpdate {
    static func main() {
        fuzz { data, count in
            let source = MemorySource(input(data, count))
            guard let reader = try? PDFReader(source) else { return 0 }
            try? UpdateTrial(reader: reader).run()
            try? SessionTrial(reader: reader).run()
            return 0
        }
    }
}
