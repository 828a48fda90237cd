public import Hummingbird

/// Every page for people, by feature.
public struct Screens: ScreenRoutes {
    let at: Dependencies

    public init(_ at: Dependencies) throws {
        self.at = at
    }

    public func add(to router: Router<AppContext>) {}

    public func page(status: HTTPResponse.Status, code: String, detail: String, request: Request, context: AppContext) throws -> Response? { nil }
}
