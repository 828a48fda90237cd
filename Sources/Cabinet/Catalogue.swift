/// Every command there is: docs, API, simulation and tests iterate over it.
public enum Catalogue {
    public static let commands: [any Command.Type] = [
        AddAccount.self, AddBody.self, ChangePassword.self, DisableAccount.self, EnableAccount.self, EndSession.self, EndSessions.self,
        SeatMember.self, RemoveMember.self, SetRules.self, StartSession.self,
        AddAgendaItem.self, AdvanceMeeting.self, CreateMeeting.self, EditAgendaItem.self, EditMeeting.self, Invite.self, PointToItem.self, PostAnnouncement.self, RecordAttendance.self,
        RemoveAgendaItem.self, SetPresiding.self,
        AddDocument.self, AddDocumentVersion.self, EditDocument.self, NoteTrustChange.self, RecordExamination.self, ReleaseDocument.self, RemoveDocument.self,
        AddTrustAnchor.self, RemoveTrustAnchor.self,
        NoteRequest.self,
        AnnulPoll.self, CastVote.self, ClosePoll.self, CreatePoll.self, ExpireCastingVote.self, GiveCastingVote.self, OpenPoll.self,
        ConfirmRules.self, SetMailAddress.self,
        AnnounceCirculation.self, ApproveCirculation.self, DescribeCirculation.self, NoteReminder.self, RecordLateSlip.self, RemindSlips.self, SummariseCirculation.self,
        ConfirmCount.self, EnterCount.self, RepeatPoll.self,
        WriteConclusion.self,
        AcceptReport.self, AddToReport.self, AnswerReport.self, ApproveAnswer.self, AskExtension.self, AskReporter.self, AssignReport.self, AttachFile.self,
        CloseActionItem.self, CompleteDossier.self, ConcludeItem.self, ConsultUnit.self, DecideEscalation.self, DecideExtension.self, DeferAgendaItem.self, EndAgenda.self,
        EscalateReports.self, ForwardEscalation.self, GiveOpinion.self, HoldReport.self, MergeReport.self, OpenContact.self, PlaceAccount.self, RateReport.self,
        RecountReport.self,
        RedactReport.self, RejectReport.self, ReleaseConclusion.self, ReopenReport.self, ReplyToQuestion.self, ReturnEscalation.self, ReturnReport.self, RunErrand.self,
        SaveAnswerDraft.self, SendBackAnswer.self, StartReport.self, SubmitReport.self, TickReport.self, UnmergeReport.self, WithdrawConsultation.self,
        ApproveLateItem.self, CastConsent.self, CloseConsentList.self, OpenConsentList.self, PullOut.self, SetConveningGround.self, SetPosition.self,
        StepProposal.self, SubmitProposal.self,
        ArrangeFloor.self, RequestFloor.self, StepFloor.self, AskReopening.self, DecideReopening.self,
        AnswerInvitation.self, CheckInMember.self, CorrectAttendance.self, DecideAbsence.self,
        DeclareRecusal.self, SetItemAccess.self, WithdrawRecusal.self,
        DescribeInvitation.self, NoteInvitation.self, NoteInvitationMail.self,
    ]
}
