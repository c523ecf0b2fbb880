public import PDFCore

extension PNGImage {
    /// Writes the picture as an image XObject (ISO 32000-2, 8.9.5) and returns its number.
    ///
    /// Without alpha the compressed rows go into the file as they are; else colour and alpha
    /// part, the alpha as a soft mask.
    public func write(into update: inout IncrementalUpdate) throws(PDFTextError) -> ObjectID {
        switch header.kind {
        case .gray, .color: return writeAsIs(into: &update, mask: colorKey)
        case .palette:
            let alpha = try paletteAlpha().map { writeAlpha($0, depth: 8, into: &update) }
            return writeAsIs(into: &update, softMask: alpha)
        case .grayAlpha, .colorAlpha: return try writeParted(into: &update)
        }
    }

    private func writeAsIs(
        into update: inout IncrementalUpdate, mask: PDFObject? = nil, softMask: ObjectID? = nil
    ) -> ObjectID {
        var image = dictionary(colorSpace, depth: header.depth)
        image["DecodeParms"] = [
            "Predictor": 15, "Colors": .integer(header.samplesPerPixel),
            "BitsPerComponent": .integer(header.depth), "Columns": .integer(width),
        ]
        image["Mask"] = mask
        image["SMask"] = softMask.map(PDFObject.reference)
        let id = update.allocate()
        update.set(id, toStream: image, body: compressed)
        return id
    }

    private func writeParted(
        into update: inout IncrementalUpdate
    ) throws(PDFTextError) -> ObjectID {
        let sample = header.depth / 8
        let pixel = sample * header.samplesPerPixel
        let samples = try samples()
        var color: [UInt8] = []
        var alpha: [UInt8] = []
        color.reserveCapacity(samples.count)
        for start in stride(from: 0, to: samples.count, by: pixel) {
            color += samples[start..<start + pixel - sample]
            alpha += samples[start + pixel - sample..<start + pixel]
        }
        var image = dictionary(colorSpace, depth: header.depth)
        // A soft mask that hides nothing only makes viewers work.
        if alpha.contains(where: { $0 != 0xFF }) {
            image["SMask"] = .reference(writeAlpha(alpha, depth: header.depth, into: &update))
        }
        let id = update.allocate()
        update.set(id, toStream: image, body: Flate.deflate(color))
        return id
    }

    private func writeAlpha(
        _ alpha: [UInt8], depth: Int, into update: inout IncrementalUpdate
    ) -> ObjectID {
        let id = update.allocate()
        update.set(
            id, toStream: dictionary(.name("DeviceGray"), depth: depth),
            body: Flate.deflate(alpha))
        return id
    }

    private func dictionary(_ colorSpace: PDFObject, depth: Int) -> PDFDictionary {
        [
            "Type": .name("XObject"), "Subtype": .name("Image"), "Width": .integer(width),
            "Height": .integer(height), "ColorSpace": colorSpace,
            "BitsPerComponent": .integer(depth), "Filter": .name("FlateDecode"),
        ]
    }

    private var colorSpace: PDFObject {
        switch header.kind {
        case .gray, .grayAlpha: .name("DeviceGray")
        case .color, .colorAlpha: .name("DeviceRGB")
        case .palette:
            [
                .name("Indexed"), .name("DeviceRGB"), .integer(palette.count / 3 - 1),
                .string(palette),
            ]
        }
    }
}

extension PNGImage {
    private func samples() throws(PDFTextError) -> [UInt8] {
        let samples = try? Flate.unfiltered(
            rows, colors: header.samplesPerPixel, bitsPerComponent: header.depth, columns: width)
        guard let samples else { throw .unusableImage("damaged") }
        return samples
    }

    /// One colour that is transparent, as a range of each sample (8.9.6.4).
    private var colorKey: PDFObject? {
        guard transparency.count == 2 * header.samplesPerPixel else { return nil }
        let values = stride(from: 0, to: transparency.count, by: 2).map {
            PNGChunks.number(transparency[$0..<$0 + 2])
        }
        return .array(values.flatMap { [.integer($0), .integer($0)] })
    }

    /// The alpha of every pixel, nil if the palette has none.
    private func paletteAlpha() throws(PDFTextError) -> [UInt8]? {
        guard transparency.contains(where: { $0 != 0xFF }) else { return nil }
        let samples = try samples()
        var alpha: [UInt8] = []
        alpha.reserveCapacity(width * height)
        let perByte = 8 / header.depth
        let mask = (1 << header.depth) - 1
        for row in 0..<height {
            for column in 0..<width {
                let byte = Int(samples[row * header.rowByteCount + column / perByte])
                let index = byte >> ((perByte - 1 - column % perByte) * header.depth) & mask
                alpha.append(index < transparency.count ? transparency[index] : 0xFF)
            }
        }
        return alpha
    }
}
