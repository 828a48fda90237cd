public import Cabinet
public import HTTPTypes
public import Logging
public import NIOCore
public import Push
import Rules

/// What the event loop answers by itself: style sheets, scripts and pictures of the screens, and the sign of life. They leave as
/// every other answer does, with security headers, request id, server and date; in the access log they are details.
public struct ReadyAnswers: Sendable {
    public static let serverName = "eCabinet"

    let files: StaticFiles
    private let surroundings: Surroundings
    private let configuration: WebConfiguration
    private let logger: Logger
    private let dates = HTTPDates()

    static let healthPath = "/healthz"
    static let healthHeaders: HTTPFields = [.contentType: "text/plain; charset=utf-8"]
    static let healthBody = ByteBuffer(string: "ok\n")

    public init(cabinet: Cabinet, configuration: WebConfiguration, logger: Logger) throws {
        files = try StaticFiles(folder: configuration.templatesFolder + "/static")
        surroundings = cabinet.surroundings
        self.configuration = configuration
        self.logger = logger
    }

    /// The answer to a `GET` that wants nothing more than what stands ready; nil: the routes answer.
    @Sendable public func answer(_ request: HTTPRequest, from peer: SocketAddress?) -> ReadyAnswer? {
        guard let target = request.path else { return nil }
        let path = target.prefix { $0 != "?" }
        var head: HTTPResponse
        let body: ByteBuffer
        if path == Self.healthPath {
            (head, body) = (HTTPResponse(status: .ok, headerFields: Self.healthHeaders), Self.healthBody)
        } else if let file = files.answer(to: request, path: String(path)) {
            (head, body) = (HTTPResponse(status: file.status, headerFields: file.headers), file.body)
        } else {
            return nil
        }
        let now = surroundings.now()
        let requestID = AlwaysSent.newRequestID(surroundings)
        let secure = configuration.isSecure || configuration.believes(peer?.ipAddress) && WebConfiguration.saysSecure(request.headerFields)
        if head.status != .notModified { head.headerFields.append(HTTPField(name: .contentLength, value: String(body.readableBytes))) }
        AlwaysSent.add(to: &head.headerFields, requestID: requestID, secure: secure)
        head.headerFields.append(HTTPField(name: .date, value: dates.text(at: now)))
        head.headerFields.append(HTTPField(name: .server, value: Self.serverName))
        logger.debug("\(request.method) \(path) \(head.status.code)", metadata: ["request": "\(requestID)"])
        return ReadyAnswer(head: head, body: body)
    }
}
