/// The head of the room: title, state, clock, lamp.
struct TopModel: Sendable {
    var title: String
    var stateCode: String
    var stateWord: String
    /// live, paused, waiting or over.
    var stateClass: String
    var stateSymbol: String
    /// "09:14"
    var clock: String
    /// Nil for circulated opinions.
    var lamp: LampModel?
}
