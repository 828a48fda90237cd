/// A part of a whole in integers, such as two thirds. No floating point ever decides a vote.
public struct Fraction: Codable, Hashable, Sendable {
    /// Denominators beyond this serve nobody and would only bring products near overflow.
    public static let denominators = 1...1000

    public var numerator: Int
    public var denominator: Int

    public init(_ numerator: Int, _ denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Whether `part` is at least this fraction of `whole`.
    func isReached(by part: Int, of whole: Int) -> Bool { part * denominator >= numerator * whole }

    /// Whether `part` is more than this fraction of `whole`.
    func isExceeded(by part: Int, of whole: Int) -> Bool { part * denominator > numerator * whole }

    /// Whether `part` is exactly this fraction of `whole`.
    func isMatched(by part: Int, of whole: Int) -> Bool { part * denominator == numerator * whole }

    /// The smallest part that reaches this fraction of `whole`.
    public func smallestReaching(_ whole: Int) -> Int { (numerator * whole + denominator - 1) / denominator }

    /// The smallest part that exceeds this fraction of `whole`.
    func smallestExceeding(_ whole: Int) -> Int { numerator * whole / denominator + 1 }

    /// Refuses a denominator outside `denominators` and a numerator outside 0…denominator: `request.invalid`.
    func validated(at pointer: String) throws(Refusal) {
        guard Self.denominators.contains(denominator) else {
            throw .invalid(pointer + "/denominator", "field.out-of-range", ["minimum": "1", "maximum": "\(Self.denominators.upperBound)"])
        }
        guard (0...denominator).contains(numerator) else {
            throw .invalid(pointer + "/numerator", "field.out-of-range", ["minimum": "0", "maximum": "\(denominator)"])
        }
    }
}

extension Fraction: CustomStringConvertible {
    public var description: String { "\(numerator)/\(denominator)" }
}
