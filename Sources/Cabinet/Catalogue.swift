/// Every command there is: docs, API, simulation and tests iterate over it.
public enum Catalogue {
    public static let commands: [any Command.Type] = [
        AddAccount.self, AddBody.self, ChangePassword.self, DisableAccount.self, EnableAccount.self, EndSession.self, EndSessions.self,
        SeatMember.self, RemoveMember.self, SetRules.self, StartSession.self,
        AddAgendaItem.self, AdvanceMeeting.self, CreateMeeting.self, EditAgendaItem.self, EditMeeting.self, Invite.self, PointToItem.self, PostAnnouncement.self, RecordAttendance.self,
        RemoveAgendaItem.self, SetPresiding.self,
        AddDocument.self, AddDocumentVersion.self, EditDocument.self, NoteTrustChange.self, RecordExamination.self, ReleaseDocument.self, RemoveDocument.self,
        NoteRequest.self,
        AnnulPoll.self, CastVote.self, ClosePoll.self, CreatePoll.self, ExpireCastingVote.self, GiveCastingVote.self, OpenPoll.self,
        WriteConclusion.self,
    ]
}
