namespace SyncWorker.Emulators.PartnerCentral.Store;

/// <summary>Makes identifiers shaped like the real ones from counters, so that a run can be repeated exactly.</summary>
internal sealed class Identifiers
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";
    private int _opportunities;
    private ulong _others;

    public string Opportunity() => $"O{4611000 + ++_opportunities}";

    public string Engagement() => "eng-" + Scrambled(14);

    public string Invitation() => "engi-" + Scrambled(13);

    public string Task() => "task-" + Scrambled(13);

    public string Job() => "job-" + Scrambled(13);

    public string Request()
    {
        var high = Next();
        var low = Next();
        return $"{high >> 32:x8}-{(high >> 16) & 0xffff:x4}-{high & 0xffff:x4}-{low >> 48:x4}-{low & 0xffffffffffff:x12}";
    }

    private string Scrambled(int length)
    {
        var left = Next();
        var digits = new char[length];
        for (var i = 0; i < length; i++)
        {
            digits[i] = Alphabet[(int)(left % 36)];
            left /= 36;
        }

        return new string(digits);
    }

    // An odd factor maps the counter one to one onto 64 bits, which thirteen digits hold: no two are equal.
    private ulong Next() => unchecked(++_others * 0x9E3779B97F4A7C15UL);
}
