import Foundation
import Wire

/// Why a command could not do what it was asked.
enum Failure: Error {
    /// The server said no and why.
    case refused(Problem)
    /// The server, or something in front of it, failed.
    case broken(Problem)
    /// Nobody answers at the address, or the line was cut once too often.
    case unreachable(ServerAddress, reason: String)
    /// The certificate is not one this machine trusts.
    case untrusted(ServerAddress, reason: String)
    /// The server sends us elsewhere; a token is not carried to another address.
    case moved(ServerAddress, to: String)
    case notLoggedIn
    /// The server's answer is not what its contract says.
    case unreadable(detail: String)
    /// Something on this machine: a file, a folder.
    case local(TerminalText)

    var outcome: Outcome {
        if case .refused = self { .refused } else { .failed }
    }

    var sentence: TerminalText {
        switch self {
        case .refused(let problem), .broken(let problem): Self.sentence(of: problem)
        case .unreachable(let server, let reason):
            Tongue.pick(vi: "Không kết nối được với máy chủ \(server): \(reason).", en: "Cannot reach the server \(server): \(reason).")
        case .untrusted(let server, let reason):
            Tongue.pick(
                vi: "Máy này không tin chứng thư của \(server): \(reason).", en: "This machine does not trust the certificate of \(server): \(reason).")
        case .moved(let server, let place):
            Tongue.pick(
                vi: "Máy chủ \(server) chuyển sang \(place); hãy đăng nhập lại với địa chỉ đó.",
                en: "The server \(server) has moved to \(place); log in again with that address.")
        case .notLoggedIn:
            Tongue.pick(
                vi: "Chưa đăng nhập: dùng `ecabinet login`, hoặc đặt ECABINET_SERVER và ECABINET_TOKEN.",
                en: "Not logged in: use `ecabinet login`, or set ECABINET_SERVER and ECABINET_TOKEN.")
        case .unreadable(let detail):
            Tongue.pick(vi: "Câu trả lời của máy chủ không đúng quy ước: \(detail)", en: "The server's answer is not as agreed: \(detail)")
        case .local(let sentence): sentence
        }
    }

    /// The server's own words, field by field.
    private static func sentence(of problem: Problem) -> TerminalText {
        let said = problem.detail ?? problem.title
        var text: TerminalText = said.isEmpty ? Tongue.pick(vi: "Máy chủ trả lời \(problem.status).", en: "The server answered \(problem.status).") : "\(said)"
        for field in problem.errors ?? [] { text = "\(text)\n  \(field.pointer) \(field.detail)" }
        if let code = problem.code { text = "\(text) [\(code)]" }
        if problem.status == 401, problem.code == "auth.required" {
            text = Tongue.pick(vi: "\(text)\nHãy đăng nhập lại: `ecabinet login`.", en: "\(text)\nLog in again: `ecabinet login`.")
        }
        return text
    }

    /// The same for programs: the server's problem as it came, our own under `client.` codes.
    var problem: Problem {
        switch self {
        case .refused(let problem), .broken(let problem): problem
        case .unreachable: own("client.unreachable")
        case .untrusted: own("client.untrusted")
        case .moved: own("client.moved")
        case .notLoggedIn: own("client.not-logged-in")
        case .unreadable: own("client.unreadable-answer")
        case .local: own("client.local")
        }
    }

    private func own(_ code: String) -> Problem {
        Problem(title: Tongue.pick(vi: "Không thực hiện được", en: "Could not be done"), status: 0, detail: sentence.plain, code: code)
    }

    /// One sentence on standard error, or the problem on standard output for programs.
    func report(json: Bool) throws(Failure) {
        if json {
            try Terminal.print(json: problem)
        } else {
            Terminal.remark("\("ecabinet:", .red) \(sentence)")
        }
    }
}
