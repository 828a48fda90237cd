import ArgumentParser
import Rules
import Wire

/// `ecabinet meeting …`
struct MeetingCommands: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "meeting", abstract: Tongue.pick(vi: "Phiên họp: xem, lập, triệu tập, điều hành.", en: "Meetings: look, create, convene, run."),
            subcommands: [
                ListMeetings.self, ShowMeeting.self, CreateMeeting.self, Transition<Convene>.self, Transition<Open>.self, Transition<Pause>.self,
                Transition<Resume>.self, Transition<Close>.self, Transition<ApproveMinutes>.self, Transition<Archive>.self,
                Transition<Cancel>.self,
            ])
    }
}

/// `ecabinet meeting list`
struct ListMeetings: ServerCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Tongue.pick(vi: "Các phiên họp bạn được biết.", en: "The meetings you may know of."))
    }

    @OptionGroup var common: CommonOptions

    func perform(on connection: Connection) async throws(Failure) -> Outcome {
        if common.json {
            try Terminal.print(json: Page(items: try await connection.items(Target("meetings"), as: JSON.self), next: nil))
            return .done
        }
        let meetings = try await connection.items(Target("meetings"), as: Meeting.self)
        if meetings.isEmpty { Terminal.remark(Tongue.pick(vi: "Chưa có phiên họp nào.", en: "No meetings yet.")) }
        for meeting in meetings {
            Terminal.say("\(meeting.id, .dim)  \(Instant(meeting.startsAt))  \(meeting.state.name[Tongue.current])  \(meeting.title, .bold)")
        }
        return .done
    }
}

/// `ecabinet meeting show`
struct ShowMeeting: ServerCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: Tongue.pick(vi: "Một phiên họp.", en: "One meeting."))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(Tongue.pick(vi: "Mã phiên họp.", en: "Id of the meeting.")))
    var meeting: MeetingID

    func perform(on connection: Connection) async throws(Failure) -> Outcome {
        try show(try await connection.send(.get(Target("meetings", meeting.text))), as: Meeting.self, \.lines)
        return .done
    }
}
