/// Names for the fields that a layout adds: of one width, so that none is the prefix of another.
///
/// Validators of the past compared locked names by raw prefix (`p1` locked `p10` too), and an old
/// field of the upload may still lie in the file, so its names are avoided.
public enum FieldNames {
    /// `count` names such as `p01`, `p02`…, none a prefix of a name in `taken` nor the reverse.
    public static func make(_ count: Int, avoiding taken: some Collection<String>) -> [String] {
        let width = max(2, String(count).count)
        let stem = stem(avoiding: taken)
        return (1...max(1, count)).prefix(count).map { stem + padded($0, width) }
    }

    /// One character; a taken name rules out only the stem that it begins with, and there are more
    /// ideographs than a form may have fields.
    private static func stem(avoiding taken: some Collection<String>) -> String {
        let letters = "pqrstuvwxyzabcdefghijklmno".map(String.init)
        if let letter = letters.first(where: { isFree($0, beside: taken) }) { return letter }
        let ideographs = (0x4E00...0x9FFF as ClosedRange<UInt32>).lazy.compactMap(
            Unicode.Scalar.init)
        return ideographs.map { String($0) }.first { isFree($0, beside: taken) } ?? "p"
    }

    /// Whether no name is the stem itself, or the stem and a digit.
    private static func isFree(_ stem: String, beside taken: some Collection<String>) -> Bool {
        !taken.contains { name in
            name.hasPrefix(stem) && name.dropFirst(stem.count).first.map(\.isNumber) ?? true
        }
    }

    /// The first of a series such as `Timestamp1` that is not taken. For fields that nothing locks:
    /// one may be another's prefix.
    static func numbered(_ stem: String, avoiding taken: Set<String>) -> String {
        // One more candidate than there are names, so that one is free.
        (1...taken.count + 1).lazy.map { "\(stem)\($0)" }.first { !taken.contains($0) } ?? stem
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: width - digits.count) + digits
    }

    /// Throws unless the names are usable as partial names, differ from `taken` and from each
    /// other, and none is the prefix of another.
    static func check(_ names: [String], against taken: some Sequence<String>) throws(SigningError)
    {
        var seen = Set(taken)
        let longest = names.map(\.count).max() ?? 0
        let prefixesOfTaken = Set(seen.flatMap { prefixes(of: $0.prefix(longest)) })
        var prefixesOfOwn: Set<String> = []
        for name in names {
            let isNew = seen.insert(name).inserted && !name.isEmpty && !name.contains(".")
            guard isNew, !prefixesOfTaken.contains(name), !prefixesOfOwn.contains(name),
                seen.isDisjoint(with: prefixes(of: name.dropLast()))
            else { throw .fieldNameTaken(name) }
            prefixesOfOwn.formUnion(prefixes(of: name[...]))
        }
    }

    /// Every non-empty beginning of `text`, itself included.
    private static func prefixes(of text: Substring) -> [String] {
        text.indices.map { String(text[...$0]) }
    }
}
