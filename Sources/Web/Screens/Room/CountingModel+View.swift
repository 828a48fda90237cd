import Cabinet
import Rules

extension CountingModel {
    /// Nil for who does not conduct the meeting, and where votes come from devices.
    init?(_ poll: PollView, in scene: MeetingScene, _ p: Phrases) {
        guard poll.state == .open, poll.taking != .devices, let voters = poll.presentVoters, let me = scene.caller.person?.id else { return nil }
        let t = p.t
        let entered = poll.handCount
        // Who entered may enter anew; everyone else confirms with numbers of his own.
        let confirms = entered.map { $0.enteredBy != me } ?? false
        countingTitle = t(confirms ? "count.confirmTitle" : "count.enterTitle")
        countingNote =
            confirms ? t("count.confirmNote", ["name": scene.name(of: entered?.enteredBy)]) : t(entered == nil ? "count.enterNote" : "count.waits")
        countUrl = "/api/v1/polls/\(poll.id)/count\(confirms ? "/confirm" : "")"
        countButton = t(confirms ? "count.confirm" : entered == nil ? "count.enter" : "count.enterAgain")
        countPresent = t("count.present", ["n": "\(voters.count)"])
        let choices = [Choice.for, .against, .abstain]
        numberFields = poll.taking == .hands ? choices.map { NumberField(fieldName: $0.rawValue, fieldWord: p.choice($0).word) } : []
        let here = Set(voters)
        nameLines =
            poll.taking == .rollCall
            ? scene.roster.filter { here.contains($0.user) }.map { line in
                NameLine(voterId: line.user.text, voterName: line.name, answers: choices.map { Answer(answerValue: $0.rawValue, answerWord: p.choice($0).word) })
            } : []
    }
}
