/// Everything that is known of a document's signatures, the verdict first.
struct SignatureModel: Sendable {
    var paperName: String
    var verdictClass: String
    var verdictSymbol: String
    var verdictWord: String
    var verdictSentence: String
    var checkedLine: String
    var hasTimeline: Bool
    var timeline: [Step]
    var cards: [Card]

    struct Step: Sendable {
        var stepClass: String
        var stepSymbol: String
        var stepTitle: String
        var stepLine: String
    }

    struct Card: Sendable {
        var verdictClass: String
        var verdictSymbol: String
        var verdictWord: String
        var signerName: String
        var signerKind: String
        var reasonText: String?
        var advice: String?
        /// The paper as this signer had it.
        var revisionHref: String?
        var facts: [FactModel]
        var technical: [FactModel]
    }
}

/// The signatures as a page of their own.
struct SignaturePageModel: Sendable {
    var backHref: String
    var signatures: SignatureModel
}
