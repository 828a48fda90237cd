/// Every transition tells the citizen something, or says why it is silent.
public enum CitizenNotice: Codable, Hashable, Sendable {
    public enum Silence: String, Codable, Hashable, Sendable, CaseIterable {
        /// A step inside the unit.
        case insideUnit
        /// Told already by the transition before.
        case toldAlready
        /// A reminder to officers.
        case reminder
        /// Nothing of it is public.
        case notPublic
    }

    case tell(CitizenMessage)
    case silent(Silence)
}
