/// The numbers of Decree 30/2020/NĐ-CP as data: read from `Storage/Seeds/layouts/decree-30.json`, never constants in code.
///
/// Sizes in points, lengths in millimetres; where the decree gives a range, the file chooses within it.
public struct MinutesLayout: Codable, Hashable, Sendable {
    public struct Paper: Codable, Hashable, Sendable {
        public var widthMM: Double
        public var heightMM: Double
        public var topMM: Double
        public var bottomMM: Double
        public var leftMM: Double
        public var rightMM: Double
    }

    public struct Body: Codable, Hashable, Sendable {
        public var sizePt: Double
        public var tablePt: Double
        public var indentMM: Double
        public var paragraphGapPt: Double
        /// 1 is single.
        public var linePitch: Double
    }

    public struct Style: Codable, Hashable, Sendable {
        public var sizePt: Double
        public var bold: Bool
        public var italic: Bool
        public var capitals: Bool
        /// Line beneath, as a share of the element's own width; 0 is none, 1 is equal.
        public var rule: Double
    }

    public struct PageNumber: Codable, Hashable, Sendable {
        public var sizePt: Double
        public var onFirstPage: Bool
    }

    public var id: String
    public var version: Int
    public var title: BilingualText
    public var source: String
    public var status: RuleSet.Status
    public var paper: Paper
    /// First choice first; the next are metric-compatible stand-ins.
    public var families: [String]
    public var body: Body
    public var pageNumber: PageNumber
    /// Room for a signature between title and name.
    public var signingGapPt: Double
    /// Quốc hiệu and tiêu ngữ, as prescribed.
    public var nation: String
    public var motto: String
    /// One style for each `MinutesElement`, by its raw value.
    public var styles: [String: Style]

    /// Nil where the file forgot the element.
    public subscript(element: MinutesElement) -> Style? { styles[element.rawValue] }

    /// Refuses a layout that lacks an element, or sets one in a size that cannot be read: `request.invalid` naming it.
    public func validated() throws(Refusal) {
        for element in MinutesElement.allCases {
            guard let style = self[element] else { throw .invalid("/styles/\(element.rawValue)", "field.required") }
            guard Self.sizesPt.contains(style.sizePt), (0...1).contains(style.rule) else {
                throw .invalid("/styles/\(element.rawValue)", "field.out-of-range")
            }
        }
        guard !families.isEmpty else { throw .invalid("/families", "field.required") }
        guard Self.sizesPt.contains(body.sizePt), Self.sizesPt.contains(body.tablePt) else { throw .invalid("/body", "field.out-of-range") }
        let textWidthMM = paper.widthMM - paper.leftMM - paper.rightMM
        let textHeightMM = paper.heightMM - paper.topMM - paper.bottomMM
        guard [paper.topMM, paper.bottomMM, paper.leftMM, paper.rightMM].allSatisfy({ $0 >= 0 }), textWidthMM > 0, textHeightMM > 0 else {
            throw .invalid("/paper", "field.out-of-range")
        }
    }

    /// Smaller is illegible, larger is no paper of an office.
    private static let sizesPt = 6.0...36.0
}
