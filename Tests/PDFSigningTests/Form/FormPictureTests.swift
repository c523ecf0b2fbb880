import PDFCore
import PDFSigning
import PDFText
import TamgaTestKit
import Testing

/// Pictures in stamp fields.
@Suite struct FormPictureTests {
    private static let place = Rectangle(x: 100, y: 150, width: 80, height: 40)

    /// One page, turned, with a picture in a stamp field.
    private func shown(_ picture: Picture, rotation: Int = 0) async throws -> RenderedPage {
        var file = SamplePDF()
        file.add("<< /Type /Catalog /Pages 2 0 R >>")
        file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        file.add(
            """
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 500 600] /CropBox [20 30 420 530]
            /Rotate \(rotation) >>
            """)
        var ceremony = try Ceremony(base: file.bytes(), signers: 1) { names in
            [
                FormSlot(
                    key: "stamp", owner: names[0], kind: .stamp,
                    places: [.init(page: .base(0), rect: Self.place)])
            ]
        }
        try ceremony.sign(0, entering: ["stamp": .picture(picture)])
        return try await RenderedPage(of: ceremony.file)
    }

    @Test("a picture stands upright on a turned page", arguments: [0, 90, 180, 270])
    func upright(rotation: Int) async throws {
        let picture = try Picture(PNGSample.flags[0].bytes)
        let page = try await shown(picture, rotation: rotation)
        // A square in the middle of the field: red on the left, blue on the right.
        #expect(page.pixel(125, 170) == .red)
        #expect(page.pixel(155, 170) == .blue)
        #expect(page.pixel(110, 170) == .white)
        #expect(page.pixel(170, 170) == .white)
    }

    @Test("a picture that was stored in between is the same")
    func stored() throws {
        let picture = try Picture(PNGSample.halves[0].bytes)
        #expect(try JSONCopy.of(picture) == picture)
    }

    @Test("a JPEG is shown", arguments: ["progressive=n", "progressive=y"])
    func jpeg(option: String) async throws {
        let bytes = try await JPEGSample.redAndBlue(option)
        let page = try await shown(Picture(bytes))
        #expect(page.pixel(125, 170).isMostly(\.red))
        #expect(page.pixel(155, 170).isMostly(\.blue))
    }

    @Test("a JPEG is turned as its camera noted", arguments: [(3, true), (6, nil), (8, nil)])
    func orientation(number: UInt8, isSwapped: Bool?) async throws {
        let bytes = try await JPEGSample.redAndBlue().oriented(number)
        let page = try await shown(Picture(bytes))
        if isSwapped == true {
            #expect(page.pixel(125, 170).isMostly(\.blue))
            #expect(page.pixel(155, 170).isMostly(\.red))
        } else {
            // Turned clockwise by 6, the left side comes to the top.
            #expect(page.pixel(140, 180).isMostly(number == 6 ? \.red : \.blue))
            #expect(page.pixel(140, 160).isMostly(number == 6 ? \.blue : \.red))
        }
    }
}

extension RenderedPage.Pixel {
    fileprivate func isMostly(_ colour: KeyPath<Self, UInt8>) -> Bool {
        self[keyPath: colour] > 200 && green < 60
            && [red, green, blue].filter { $0 > 100 }.count == 1
    }
}
