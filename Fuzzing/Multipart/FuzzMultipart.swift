import FuzzHarness

/// The first line is the media type, the rest a body.
@main
enum FuzzMultipart {
    static func main() {
        fuzz { data, count in
            let bytes = input(data, count)
            let line = bytes.prefix { $0 != 0x0A }
            let form = MultipartTrial(
                mediaType: String(decoding: line, as: UTF8.self),
                body: Array(bytes.dropFirst(line.count + 1)))
            form.run()
            return 0
        }
    }
}
