/// An item as the consent list looks at it: what can be adopted together, because nobody objects (features 18).
public struct ConsentCandidate: Hashable, Sendable {
    public var isForVote: Bool
    public var isSecret: Bool
    public var isPublic: Bool
    public var isApproved: Bool
    public var objections: Int
    public var speakers: Int
    public var isPulledOut: Bool

    public init(isForVote: Bool, isSecret: Bool, isPublic: Bool, isApproved: Bool, objections: Int, speakers: Int, isPulledOut: Bool) {
        self.isForVote = isForVote
        self.isSecret = isSecret
        self.isPublic = isPublic
        self.isApproved = isApproved
        self.objections = objections
        self.speakers = speakers
        self.isPulledOut = isPulledOut
    }

    /// A question is ready to be voted on openly, nobody objects or wants to speak, nobody took it out.
    public var isProposed: Bool {
        isForVote && !isSecret && isPublic && isApproved && objections == 0 && speakers == 0 && !isPulledOut
    }
}
