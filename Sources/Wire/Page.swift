/// One page of a list: `{"items":[…],"next":"cursor"|null}`.
///
/// `?limit=` asks for at most so many items, `?after=` for those behind the cursor; `next` is null on the last page.
public struct Page<Item: Codable & Sendable>: Codable, Sendable {
    /// Most items one page holds, whatever `?limit=` asks for.
    public static var maxItems: Int { 200 }

    public var items: [Item]
    @Nullable public var next: String?

    public init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }
}

extension Page: Equatable where Item: Equatable {}
