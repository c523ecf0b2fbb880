import PDFCore

/// The bytes that a signature covers: from the start of the file to its end but for one gap.
struct SignedBytes {
    /// Where the signed bytes pause, for the signature's own value.
    let gap: Range<Int>
    let end: Int

    /// Nil unless `range` is four direct integers that describe this within `count` bytes.
    init?(_ range: PDFObject?, of count: Int) {
        let numbers = range?.array?.map { $0.asInteger ?? -1 } ?? []
        guard numbers.count == 4, numbers.allSatisfy({ (0...count).contains($0) }),
            numbers[0] == 0, numbers[1] > 0, numbers[3] > 0, numbers[1] < numbers[2],
            numbers[2] <= count - numbers[3]
        else { return nil }
        gap = numbers[1]..<numbers[2]
        end = numbers[2] + numbers[3]
    }
}
