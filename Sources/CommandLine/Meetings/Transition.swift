import ArgumentParser
import Rules
import Wire

/// The verbs that move a meeting from one state to the next.
protocol MeetingVerb: Sendable {
    static var transition: MeetingTransition { get }
    static var abstract: BilingualText { get }
}

/// `ecabinet meeting convene|open|…`: one command for all verbs.
struct Transition<Verb: MeetingVerb>: ServerCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: Verb.transition.verb, abstract: Verb.abstract[Tongue.current])
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(Tongue.pick(vi: "Mã phiên họp.", en: "Id of the meeting.")))
    var meeting: MeetingID

    func perform(on connection: Connection) async throws(Failure) -> Outcome {
        let answer = try await connection.send(try .post(Target("meetings", meeting.text, Verb.transition.verb)))
        try show(answer, as: Meeting.self, \.lines)
        return .done
    }
}

enum Convene: MeetingVerb {
    static let transition = MeetingTransition.convene
    static let abstract = BilingualText(vi: "Triệu tập phiên họp.", en: "Convene a meeting.")
}

enum Open: MeetingVerb {
    static let transition = MeetingTransition.open
    static let abstract = BilingualText(vi: "Khai mạc phiên họp.", en: "Open a meeting.")
}

enum Pause: MeetingVerb {
    static let transition = MeetingTransition.pause
    static let abstract = BilingualText(vi: "Tạm dừng phiên họp.", en: "Pause a meeting.")
}

enum Resume: MeetingVerb {
    static let transition = MeetingTransition.resume
    static let abstract = BilingualText(vi: "Tiếp tục phiên họp.", en: "Resume a meeting.")
}

enum Close: MeetingVerb {
    static let transition = MeetingTransition.close
    static let abstract = BilingualText(vi: "Kết thúc phiên họp.", en: "Close a meeting.")
}

enum ApproveMinutes: MeetingVerb {
    static let transition = MeetingTransition.approveMinutes
    static let abstract = BilingualText(vi: "Duyệt biên bản.", en: "Approve the minutes.")
}

enum Archive: MeetingVerb {
    static let transition = MeetingTransition.archive
    static let abstract = BilingualText(vi: "Lưu trữ hồ sơ phiên họp.", en: "Archive a meeting.")
}

enum Cancel: MeetingVerb {
    static let transition = MeetingTransition.cancel
    static let abstract = BilingualText(vi: "Hủy phiên họp.", en: "Cancel a meeting.")
}
