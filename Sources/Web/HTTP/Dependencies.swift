public import Cabinet
import HTTPTypes
public import Logging
public import Paper
public import Push
import Rules
public import Store

/// All that the routes reach: handed in by the composition root.
public struct Dependencies: Sendable {
    public var cabinet: Cabinet
    public var content: ContentStore
    public var workers: WorkerPool
    public var pages: PageImages
    public var trust: Trust
    public var hub: Hub
    public var passwords: PasswordHash
    public var minutesPress: MinutesPress
    public var calendars: Calendars
    public var signingKey: SigningKey
    public var configuration: WebConfiguration
    public var logger: Logger
    public var locales: Locales
    public let throttle = Throttle()
    public let lookups = Lookups()
    public let publicThrottle = PublicThrottle()
    public let anchorLooks = AnchorLooks()
    public let keptPhotos = KeptPhotos()
    let turnout: Turnout

    public init(
        cabinet: Cabinet, content: ContentStore, workers: WorkerPool, pages: PageImages, trust: Trust, hub: Hub, passwords: PasswordHash,
        minutesPress: MinutesPress, calendars: Calendars, signingKey: SigningKey, configuration: WebConfiguration, locales: Locales, logger: Logger
    ) {
        self.cabinet = cabinet
        self.content = content
        self.workers = workers
        self.pages = pages
        self.trust = trust
        self.hub = hub
        self.passwords = passwords
        self.minutesPress = minutesPress
        self.calendars = calendars
        self.signingKey = signingKey
        self.configuration = configuration
        self.locales = locales
        self.logger = logger
        turnout = Turnout(cabinet: cabinet, hub: hub, logger: logger)
    }
}

/// What the operator decides about the web side, with the limits it keeps.
public struct WebConfiguration: Sendable {
    /// Folder with `static/`, templates and `locales/`.
    public var templatesFolder: String
    /// The OpenAPI document that is served.
    public var openAPIPath: String
    /// The server speaks TLS itself: cookies are marked Secure.
    public var isSecure: Bool
    /// Proxies whose word about the client's address is believed.
    public var proxies: Set<String>
    /// Largest JSON body (contract §2).
    public var maxJSONBytes = 1 << 20
    /// Largest document (contract §2).
    public var maxDocumentBytes = 200 << 20
    /// How long an upload may go without a byte.
    public var uploadStallSeconds = 30

    public init(templatesFolder: String, openAPIPath: String, isSecure: Bool, proxies: Set<String> = []) {
        self.templatesFolder = templatesFolder
        self.openAPIPath = openAPIPath
        self.isSecure = isSecure
        self.proxies = proxies
    }

    /// What this neighbour says of whom it passes on is believed.
    func believes(_ address: @autoclosure () -> String?) -> Bool {
        guard !proxies.isEmpty, let address = address() else { return false }
        return proxies.contains(address)
    }

    /// A proxy's word that the request reached it over TLS.
    static func saysSecure(_ headers: HTTPFields) -> Bool { headers[.forwardedProto] == "https" }
}
