/// The agenda beside the paper.
struct AgendaModel: Sendable {
    /// The session is in a part that the viewer may not see.
    var closedNow: String?
    /// The page that is before everybody: paper and page.
    var presented: Presented?
    var items: [Item]
    var loosePapers: Bool
    /// Papers of the meeting as a whole.
    var loose: [Paper]

    struct Item: Sendable {
        var itemId: String
        var number: String
        var itemTitle: String
        /// What is asked, in half a line.
        var itemAsk: String
        /// done, now or to-come, and how far in.
        var itemClass: String
        var itemSymbol: String
        /// For those who do not see the shape.
        var itemStateWord: String
        var isCurrent: Bool
        /// The first paper of the item.
        var firstHref: String?
        /// Something is asked of the viewer.
        var itemBadge: String?
        /// Private part, who takes no part.
        var itemSigns: [ItemSign]
        var itemPart: ItemPartModel?
        var itemResults: [Result]
        /// Dossier and conclusion of an item that came from an escalation.
        var dossierHref: String?
        var papers: [Paper]
    }

    struct Presented: Sendable {
        var presentedDocument: String
        var presentedPage: Int
        var presentedBy: String
    }

    struct ItemSign: Sendable {
        var signClass: String
        var signSymbol: String
        var signText: String
    }

    struct Result: Sendable {
        var resultClass: String
        var resultSymbol: String
        var resultText: String
    }

    struct Paper: Sendable {
        var documentId: String
        var href: String
        var paperTitle: String
        /// "Chưa phát hành", "Đang xử lý", "Không hợp lệ"; nil when there is nothing to say.
        var paperNote: String?
        var paperNoteClass: String?
        var isOpen: Bool
    }
}
