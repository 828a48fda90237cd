import ArgumentParser

/// The secretary's command line: a client of the HTTP API, never of the data folder (contract §1).
@main
struct Ecabinet: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "ecabinet",
            abstract: Tongue.pick(vi: "Phòng họp không giấy eCabinet, dành cho thư ký.", en: "The paperless meeting room eCabinet, for secretaries."),
            discussion: Tongue.pick(
                vi: """
                    Máy chủ và mã truy cập lấy từ `ecabinet login`, hoặc từ ECABINET_SERVER và ECABINET_TOKEN.
                    Mã kết thúc: 0 xong, hoặc tất cả đều tốt · 1 lỗi, hoặc chưa phải tất cả đều tốt · 2 bị một quy tắc từ chối · 64 gọi sai.
                    """,
                en: """
                    Server and token come from `ecabinet login`, or from ECABINET_SERVER and ECABINET_TOKEN.
                    Exit codes: 0 done, or all good · 1 failed, or not all good · 2 refused by a rule · 64 usage.
                    """),
            subcommands: [
                Login.self, Logout.self, WhoAmI.self, MeetingCommands.self, AgendaCommands.self, Upload.self, Verify.self, PollCommands.self,
                FetchMinutes.self, Recount.self, TrustCommands.self,
            ])
    }
}
