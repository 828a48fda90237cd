/// The four lines with which an urgent matter goes up at once; the rest follows within one working day.
public struct ShortDossier: Codable, Hashable, Sendable {
    public var what: String?
    public var place: String?
    public var done: String?
    public var ask: EscalationAsk?

    public init(what: String?, place: String?, done: String?, ask: EscalationAsk?) {
        self.what = what
        self.place = place
        self.done = done
        self.ask = ask
    }

    /// Pointers `/what`, `/where`, `/done`, `/ask`; reason `field.required`.
    public var faults: [Refusal.Field] {
        var faults: [Refusal.Field] = []
        for (pointer, text) in [("/what", what), ("/where", place), ("/done", done)] where text.map(Syllables.isBlank) ?? true {
            faults.append(.init(pointer: pointer, reason: "field.required"))
        }
        if ask == nil { faults.append(.init(pointer: "/ask", reason: "field.required")) }
        return faults
    }

    /// On the wire the place is `where`, which Swift keeps for itself.
    private enum CodingKeys: String, CodingKey {
        case what
        case place = "where"
        case done, ask
    }
}
