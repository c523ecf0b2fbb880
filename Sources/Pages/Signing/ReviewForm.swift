import Domain
import Words

/// A reviewer's approval.
struct ReviewForm: Equatable, Sendable {
    let explanation: String
}

/// A signer's refusal, or a reviewer's sending back: the same form in other words.
struct DeclineForm: Equatable, Sendable {
    /// The `data-action` of the button (contract of pages).
    let action: String
    let heading: String
    let explanation: String
    let label: String
    let submit: String
    let problem: String?
    let given: String
}

extension DeclineForm {
    init(_ role: RecipientRole, refused: RefusedForm?, words: Words) {
        let isReview = role == .reviewer
        action = isReview ? "send-back" : "decline"
        heading = words[isReview ? "review.sendBack.heading" : "sign.decline.heading"]
        explanation = words[isReview ? "review.sendBack.explain" : "sign.decline.explain"]
        label = words[isReview ? "review.sendBack.reason" : "sign.decline.reason"]
        submit = words[isReview ? "review.sendBack.submit" : "sign.decline.submit"]
        problem = refused?.problem(at: .reason)
        given = refused?.entered("reason") ?? ""
    }
}
