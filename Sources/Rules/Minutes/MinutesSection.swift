/// A part of the minutes: a heading and what stands under it. Web page and PDF render the same sections.
public struct MinutesSection: Codable, Hashable, Sendable {
    /// Stable name: `opening`, `participants`, `chair`, `content`, `item-3`, `polls`, `announcements`, `closing`, `annex-votes-1`, `annex-documents`.
    public var key: String
    /// Empty where the paper has no heading.
    public var heading: String
    public var blocks: [MinutesBlock]
    /// Begins on a page of its own.
    public var isAnnex: Bool

    public init(key: String, heading: String, blocks: [MinutesBlock], isAnnex: Bool = false) {
        self.key = key
        self.heading = heading
        self.blocks = blocks
        self.isAnnex = isAnnex
    }
}

/// A paragraph or a table.
public enum MinutesBlock: Codable, Hashable, Sendable {
    case paragraph(MinutesParagraph)
    case table(MinutesTable)
}

/// One paragraph and where it comes from.
public struct MinutesParagraph: Codable, Hashable, Sendable {
    public enum Provenance: String, Codable, Sendable {
        /// Made from the record: nobody can edit it.
        case record
        /// Prose the clerk answers for.
        case clerk
    }

    public var text: String
    /// The same in English, for readers of that language; nil where the paper has it in Vietnamese alone.
    public var gloss: String?
    public var provenance: Provenance
    /// Numbers of the facts in the meeting's log it was made from.
    public var facts: [Int64]
    /// Set in bold: the verdict of a poll, a sub-heading.
    public var isStrong: Bool

    public init(_ text: String, gloss: String? = nil, provenance: Provenance = .record, facts: [Int64] = [], isStrong: Bool = false) {
        self.text = text
        self.gloss = gloss
        self.provenance = provenance
        self.facts = facts
        self.isStrong = isStrong
    }
}

/// A table; `widths` are shares of the text width and add up to 100.
public struct MinutesTable: Codable, Hashable, Sendable {
    public enum Alignment: String, Codable, Sendable {
        case left, centre, right
    }

    public struct Column: Codable, Hashable, Sendable {
        public var title: String
        public var widthPercent: Int
        public var alignment: Alignment

        public init(_ title: String, _ widthPercent: Int, _ alignment: Alignment = .left) {
            self.title = title
            self.widthPercent = widthPercent
            self.alignment = alignment
        }
    }

    public var columns: [Column]
    public var rows: [[String]]
    public var provenance: MinutesParagraph.Provenance

    public init(columns: [Column], rows: [[String]], provenance: MinutesParagraph.Provenance = .record) {
        self.columns = columns
        self.rows = rows
        self.provenance = provenance
    }
}
