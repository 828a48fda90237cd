/// One way to settle the matter (§1.6, field 6).
public struct DossierOption: Codable, Hashable, Sendable {
    /// `A`, `B`, …
    public var label: String
    public var text: String
    /// Zero for an option that costs nothing.
    public var costVND: Int?
    /// How long it takes, in words.
    public var time: String
    public var leadUnit: UnitID?
    public var risk: String

    public init(label: String, text: String, costVND: Int?, time: String, leadUnit: UnitID?, risk: String) {
        self.label = label
        self.text = text
        self.costVND = costVND
        self.time = time
        self.leadUnit = leadUnit
        self.risk = risk
    }
}
