/// Sizes, colours and styles of a sheet and of what is drawn into its slots.
enum SheetDesign {
    static let page = Size.a4
    static let margin = 56.0
    static let top = 60.0
    static let bottom = 64.0
    static let usableHeight = page.height - top - bottom
    static let width = page.width - 2 * margin
    static let labelWidth = 128.0
    static let qrSide = 84.0
    /// The slot's share of an entry's width.
    static let slotWidth = 268.0
    static let gap = 10.0

    static let ink = Color(gray: 0.12)
    static let muted = Color(gray: 0.42)
    static let hairline = Color(gray: 0.82)
    static let panel = Color(red: 0.96, green: 0.97, blue: 0.98)
    static let accent = Color(red: 0.05, green: 0.33, blue: 0.53)

    static let title = TextStyle(size: 19, weight: .bold)
    static let subtitle = TextStyle(size: 9.5)
    static let heading = TextStyle(size: 8.5, weight: .bold)
    static let entryTitle = TextStyle(size: 9, weight: .bold)
    static let value = TextStyle(size: 8.5)
    static let label = TextStyle(size: 7.5)
    static let small = TextStyle(size: 7)

    /// No single text may grow beyond a page.
    static let maximumLines = 8
    /// An item's title may be a whole sentence of somebody's.
    static let titleLines = 30
}
