extension [UInt8] {
    /// An incremental update whose trailer names the encryption dictionary, object `number`: what
    /// writes our updates never continues an encrypted file.
    public func naming(encryption number: Int) -> [UInt8] {
        let key = Array("/Root".utf8)
        guard let place = ranges(of: key).last else { return self }
        return self[..<place.lowerBound] + Array("/Encrypt \(number) 0 R".utf8)
            + self[place.lowerBound...]
    }
}
