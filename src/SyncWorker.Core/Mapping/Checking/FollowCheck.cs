namespace SyncWorker.Core.Mapping.Checking;

/// <summary>Reads what a row follows: a path over the lookup and how long.</summary>
internal static class FollowCheck
{
    private const string Advice = "Write a path over the lookup and how long: Opportunity__r.StageName always, untilApproved or once.";

    public static Follow? Check(RowPage page, Flow? flow)
    {
        if (page.One("follows") is not { } text)
            return null;
        if (flow is Flow.ToSalesforce or Flow.None)
            page.Add("it follows a field and does not flow to Partner Central.", "Leave follows out.");
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 2 && ApiName.IsPath(words[0]) && Mode(words[1]) is { } mode)
            return new Follow(words[0], mode);
        page.Add($"follows is '{text}'.", Advice);
        return null;
    }

    private static FollowMode? Mode(string word) => word switch
    {
        "always" => FollowMode.Always,
        "untilApproved" => FollowMode.UntilApproved,
        "once" => FollowMode.Once,
        _ => null,
    };
}
