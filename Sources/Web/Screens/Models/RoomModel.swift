/// The meeting room. Each part is also served alone, as a fragment, from the same template.
struct RoomModel: Sendable {
    var meetingId: String
    /// Whose page it is; what a tab keeps of his stays his.
    var accountId: String
    /// Where the stream stood when the page was read: push goes on from here.
    var epoch: String
    var head: Int64
    /// Milliseconds since 1970, so that clocks on the page follow the server's.
    var serverNow: Int64
    var top: TopModel
    var agenda: AgendaModel
    var reader: ReaderModel
    var panel: PanelModel
    /// Nil for those who do not conduct.
    var bar: BarModel?
}

/// A part of the room alone.
struct RoomPart: Sendable {
    var top: TopModel?
    var agenda: AgendaModel?
    var reader: ReaderModel?
    var panel: PanelModel?
    var bar: BarModel?
    var signatures: SignatureModel?
}
