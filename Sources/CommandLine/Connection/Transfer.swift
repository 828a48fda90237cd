import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One exchange with the server in flight: collects the answer, reports how much was sent, follows no redirect.
final class Transfer: NSObject, URLSessionDataDelegate, Sendable {
    /// Longest answer kept in memory; files go to a sink.
    static let maxAnswerBytes = 64 << 20

    private struct State {
        var response: HTTPURLResponse?
        var body = Data()
        var trouble: (any Error)?
        var waiting: CheckedContinuation<(HTTPURLResponse, Data), any Error>?
    }

    struct TooLong: Error {}

    private let state = Mutex(State())
    private let sink: FileHandle?
    private let progress: (@Sendable (_ sent: Int64) -> Void)?

    init(sink: FileHandle?, progress: (@Sendable (_ sent: Int64) -> Void)?) {
        self.sink = sink
        self.progress = progress
    }

    func perform(_ request: URLRequest, uploading file: URL?, timeouts: Timeouts) async throws -> (HTTPURLResponse, Data) {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = timeouts.idleSeconds
        configuration.timeoutIntervalForResource = timeouts.wholeSeconds
        configuration.httpCookieAcceptPolicy = .never
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        return try await withCheckedThrowingContinuation { continuation in
            state.withLock { $0.waiting = continuation }
            var request = request
            // Not `uploadTask(with:fromFile:)`: on Linux its reader goes on after the line is cut and traps the process
            // (swift-corelibs-foundation, EasyHandle "code 43"). A stream is read on demand, in the same small memory.
            if let file { request.httpBodyStream = InputStream(url: file) }
            session.dataTask(with: request).resume()
        }
    }

    /// How long we wait: for anything to move in either direction, and for the whole exchange.
    struct Timeouts: Sendable {
        var idleSeconds: Double
        var wholeSeconds: Double

        static let question = Timeouts(idleSeconds: 20, wholeSeconds: 10 * 60)
        /// A verdict may take its twenty seconds and wait for its turn; 200 MiB over a slow line take hours.
        static let file = Timeouts(idleSeconds: 90, wholeSeconds: 6 * 3600)
    }

    // MARK: URLSessionDataDelegate

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        state.withLock { $0.response = response as? HTTPURLResponse }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isOver = state.withLock { state -> Bool in
            if let sink, let response = state.response, (200..<300).contains(response.statusCode) {
                do { try sink.write(contentsOf: data) } catch { state.trouble = error }
            } else if state.body.count + data.count > Self.maxAnswerBytes {
                state.trouble = TooLong()
            } else {
                state.body.append(data)
            }
            return state.trouble != nil
        }
        if isOver { dataTask.cancel() }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didSendBodyData bytesSent: Int64, totalBytesSent: Int64, totalBytesExpectedToSend: Int64
    ) {
        progress?(totalBytesSent)
    }

    /// A token never travels to an address the user did not name.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping (URLRequest?) -> Void
    ) {
        state.withLock { $0.response = response }
        completionHandler(nil)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let (waiting, result) = state.withLock { state -> (CheckedContinuation<(HTTPURLResponse, Data), any Error>?, Result<(HTTPURLResponse, Data), any Error>) in
            defer { state.waiting = nil }
            if let trouble = state.trouble ?? error { return (state.waiting, .failure(trouble)) }
            guard let response = state.response ?? task.response as? HTTPURLResponse else {
                return (state.waiting, .failure(URLError(.badServerResponse)))
            }
            return (state.waiting, .success((response, state.body)))
        }
        waiting?.resume(with: result)
    }
}
