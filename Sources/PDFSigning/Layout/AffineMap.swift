import PDFCore

/// A transformation matrix [a b c d e f] (ISO 32000-2 §8.3.3).
struct AffineMap: Hashable {
    var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

    /// The matrix of six numbers; the identity if they are not six.
    init(_ numbers: [Double] = []) {
        guard numbers.count == 6 else { return }
        (a, b, c) = (numbers[0], numbers[1], numbers[2])
        (d, e, f) = (numbers[3], numbers[4], numbers[5])
    }

    /// The smallest upright box around the image of `box`.
    func bounds(of box: PDFRectangle) -> PDFRectangle {
        // Each side of the image's box is a sum of what width and height each add.
        let (dx, dy) = (a * box.width, b * box.width)
        let (ex, ey) = (c * box.height, d * box.height)
        return PDFRectangle(
            x: a * box.x + c * box.y + e + min(0, dx) + min(0, ex),
            y: b * box.x + d * box.y + f + min(0, dy) + min(0, ey),
            width: abs(dx) + abs(ex), height: abs(dy) + abs(ey))
    }

    /// Moves the origin to the rectangle's lower left corner.
    init(movingTo rect: PDFRectangle) {
        e = rect.x
        f = rect.y
    }

    /// Scales and moves `source` onto `target`; nil if `source` has no area.
    init?(_ source: PDFRectangle, onto target: PDFRectangle) {
        guard !source.isEmpty else { return nil }
        a = target.width / source.width
        d = target.height / source.height
        e = target.x - source.x * a
        f = target.y - source.y * d
    }

    var numbers: [Double] { [a, b, c, d, e, f] }

    /// The operator that concatenates it, in hundred-thousandths, which no viewer tells apart.
    var operatorText: String {
        numbers.map { number in
            let rounded = (number * 100_000).rounded() / 100_000
            return String(decoding: PDFObject(rounded).serialized, as: UTF8.self)
        }.joined(separator: " ") + " cm "
    }
}
