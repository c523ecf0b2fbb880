import Domain
import Testing

@testable import HTTPCommon

struct ByteRangeTests {
    @Test(
        "a single range is served",
        arguments: [
            ("bytes=0-0", 0..<1), ("bytes=2-5", 2..<6), ("bytes=7-", 7..<10),
            ("bytes=-3", 7..<10), ("bytes=-30", 0..<10), ("bytes=5-999", 5..<10),
            ("bytes=5-99999999999999999999", 5..<10), ("Bytes= 1 - 2 ", 1..<3),
        ])
    func part(field: String, expected: Range<Int>) {
        #expect(ByteRange(field, byteCount: 10) == .part(expected))
    }

    @Test(
        "anything else is answered whole",
        arguments: [
            nil, "", "items=0-1", "bytes=0-1,3-4", "bytes=", "bytes=-", "bytes=5-2", "bytes=a-b",
            "bytes=1-2-3", "bytes=--1",
        ])
    func whole(field: String?) {
        #expect(ByteRange(field, byteCount: 10) == .whole)
    }

    @Test(
        "a range past the end cannot be served",
        arguments: ["bytes=10-", "bytes=10-20", "bytes=99999999999999999999-", "bytes=-0"])
    func unsatisfiable(field: String) {
        #expect(ByteRange(field, byteCount: 10) == .unsatisfiable)
    }

    @Test("a range is cut from the pieces that hold it")
    func slices() {
        let blobs = [3, 0, 4, 2].map { Blob(hash: ContentHash(of: [UInt8($0)]), byteCount: $0) }
        let slices = BlobDownload.slices(of: blobs, 2..<8)
        #expect(slices.map(\.blob) == [blobs[0], blobs[2], blobs[3]])
        #expect(slices.map(\.range) == [2..<3, 0..<4, 0..<1])
    }

    @Test("every range of the pieces gives the bytes of the whole")
    func everyRange() {
        let blobs = [3, 4, 2].map { Blob(hash: ContentHash(of: [UInt8($0)]), byteCount: $0) }
        let starts = [blobs[0]: 0, blobs[1]: 3, blobs[2]: 7]
        for lower in 0...9 {
            for upper in lower...9 {
                let served = BlobDownload.slices(of: blobs, lower..<upper).flatMap { slice in
                    slice.range.map { $0 + (starts[slice.blob] ?? 0) }
                }
                #expect(served == Array(lower..<upper))
            }
        }
    }
}

struct ContentDispositionTests {
    @Test("a name to be decoded as part of an address keeps nothing that means something there")
    func percentEncoded() {
        #expect(
            ContentDisposition(percentEncoded: "계약 a+b&c=\"d\"%/e.pdf").text
                == "attachment; filename="
                + "\"%EA%B3%84%EC%95%BD%20a%2Bb%26c%3D%22d%22%25_e.pdf\"")
    }

    @Test("a name is given in ASCII and in full")
    func cyrillic() {
        #expect(
            ContentDisposition(fileName: "Акт 1.pdf").text
                == "attachment; filename=\"___ 1.pdf\"; filename*=UTF-8''%D0%90%D0%BA%D1%82%201.pdf"
        )
    }

    @Test("nothing in a name ends the field or names a folder")
    func hostile() {
        #expect(
            ContentDisposition(.inline, fileName: "a\"b\r\nX: y/..\\c%.pdf").text
                == "inline; filename=\"a_b__X: y_.._c_.pdf\"; "
                + "filename*=UTF-8''a%22b__X%3A%20y_.._c%25.pdf")
    }
}
