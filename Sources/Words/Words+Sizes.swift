extension Words {
    /// A size for people, in units of 1024: `812 B`, `1.4 MB`, `3,0 КБ`. Tenths are cut, not
    /// rounded, so that a file never seems larger than it is.
    public func size(byteCount: Int) -> String {
        let kilobyte = 1_024
        let megabyte = kilobyte * 1_024
        switch max(0, byteCount) {
        case let bytes where bytes >= megabyte:
            return self("size.megabytes", ["number": decimal(bytes, per: megabyte)])
        case let bytes where bytes >= kilobyte:
            return self("size.kilobytes", ["number": decimal(bytes, per: kilobyte)])
        case let bytes:
            return self("size.bytes", ["number": String(bytes)])
        }
    }

    private func decimal(_ bytes: Int, per unit: Int) -> String {
        let (whole, rest) = bytes.quotientAndRemainder(dividingBy: unit)
        return self(
            "format.decimal", ["whole": String(whole), "tenths": String(rest * 10 / unit)])
    }
}
