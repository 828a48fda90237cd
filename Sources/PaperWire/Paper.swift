/// A paper of the council's own, ready to be set: what `Press` turns into a PDF. Text is NFC; layout numbers come
/// from the caller (Decree 30/2020/NĐ-CP, Annex I), never from the setter.
public struct Paper: Codable, Sendable, Equatable {
    public struct Layout: Codable, Sendable, Equatable {
        /// Margins in millimetres on A4 (210 × 297).
        public var topMM, bottomMM, leftMM, rightMM: Double
        /// Font family, for example "Liberation Serif" (metrics of Times New Roman).
        public var family: String
        public var bodyPt: Double
        /// First-line indent of body paragraphs.
        public var indentMM: Double
        /// Space between paragraphs, and line pitch (1 = single).
        public var paragraphGapPt: Double
        public var linePitch: Double
        /// Size of table text; nil for the body's.
        public var tablePt: Double?
        public init(
            topMM: Double, bottomMM: Double, leftMM: Double, rightMM: Double, family: String, bodyPt: Double, indentMM: Double, paragraphGapPt: Double,
            linePitch: Double, tablePt: Double? = nil
        ) {
            self.topMM = topMM
            self.bottomMM = bottomMM
            self.leftMM = leftMM
            self.rightMM = rightMM
            self.family = family
            self.bodyPt = bodyPt
            self.indentMM = indentMM
            self.paragraphGapPt = paragraphGapPt
            self.linePitch = linePitch
            self.tablePt = tablePt
        }
    }

    /// A run of text in one style.
    public struct Run: Codable, Sendable, Equatable {
        public var text: String
        public var bold: Bool
        public var italic: Bool
        public init(_ text: String, bold: Bool = false, italic: Bool = false) {
            self.text = text
            self.bold = bold
            self.italic = italic
        }
    }

    public enum Alignment: String, Codable, Sendable { case left, centre, right, justified }

    /// A line of a heading column; `rule` draws a line beneath, as a fraction of the line's own width (0 = none, 1 = equal).
    public struct HeadLine: Codable, Sendable, Equatable {
        public var runs: [Run]
        public var sizePt: Double
        public var rule: Double
        public init(_ runs: [Run], sizePt: Double, rule: Double = 0) {
            self.runs = runs
            self.sizePt = sizePt
            self.rule = rule
        }
    }

    public enum Block: Codable, Sendable, Equatable {
        /// Two centred columns: issuing body left, national heading right.
        case heading(left: [HeadLine], right: [HeadLine])
        /// Centred lines: kind of paper and its subject.
        case title([HeadLine])
        case paragraph([Run], alignment: Alignment, indented: Bool)
        /// A table with a header row repeated on each page; column widths as fractions of the text width.
        case table(columns: [Double], header: [String], rows: [[String]], alignments: [Alignment])
        /// Two centred columns of signatures: clerk left, chair right. `gapPt` is the room for signing before the last line.
        case signatures(left: [HeadLine], right: [HeadLine], gapPt: Double)
        /// The end of a dispatched paper: recipients flush left ("Nơi nhận:" and its list), one centred signature column right.
        case dispatch(recipients: [HeadLine], signature: [HeadLine], gapPt: Double)
        case space(pt: Double)
        /// What follows begins on a page of its own.
        case pageBreak
    }

    public var title: String
    public var author: String
    /// BCP 47, for the PDF's /Lang.
    public var language: String
    /// Diagonal word across each page, for example DỰ THẢO; nil for none.
    public var watermark: String?
    /// Small line at the foot of each page (digest of the record); nil for none.
    public var footer: String?
    /// RFC 3339, the PDF's creation date; nil leaves the date out. The same paper always gives the same text and layout, never the time of setting.
    public var createdAt: String?
    public var layout: Layout
    public var blocks: [Block]

    public init(title: String, author: String, language: String, watermark: String?, footer: String?, layout: Layout, blocks: [Block], createdAt: String? = nil) {
        self.title = title
        self.author = author
        self.language = language
        self.watermark = watermark
        self.footer = footer
        self.layout = layout
        self.blocks = blocks
        self.createdAt = createdAt
    }
}
