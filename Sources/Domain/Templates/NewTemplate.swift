/// A template, or a new version of one, that has yet to be tried.
public struct NewTemplate: Equatable, Sendable {
    public var title: String
    public var isSequential: Bool
    public var isFaceToFace: Bool
    public var requiresApproval: Bool
    public var period: SigningPeriod?
    public var parties: [TemplateParty]
    public var fields: [Field]
    public var files: [NewFile]
    public var attachments: [NewFile]

    public init(
        title: String, isSequential: Bool, isFaceToFace: Bool, requiresApproval: Bool,
        period: SigningPeriod?, parties: [TemplateParty], fields: [Field], files: [NewFile],
        attachments: [NewFile]
    ) {
        self.title = title
        self.isSequential = isSequential
        self.isFaceToFace = isFaceToFace
        self.requiresApproval = requiresApproval
        self.period = period
        self.parties = parties
        self.fields = fields
        self.files = files
        self.attachments = attachments
    }
}

/// What no document could be made from.
public enum TemplateTrouble: Error, Equatable, Sendable {
    /// The file at this place, from 0.
    case file(Int, FileTrouble)
    /// A field stands on a page that the files do not have.
    case noSuchPage(field: String, pageCount: Int)
    case field(FieldTrouble)
    /// The files together.
    case files(FileTrouble)
}
