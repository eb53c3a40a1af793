using System.Collections;

namespace SyncWorker.Tests.Salesforce.SignIn;

/// <summary>A hundred addresses at which no credential may arrive where the org is https://example.my.salesforce.com: each fools some parser, prefix test or suffix test.</summary>
internal sealed class HostileUrls : IEnumerable<string>
{
    private static readonly string[] All =
    [
        // Another host, plainly.
        "https://attacker.example", "https://attacker.example/", "http://attacker.example", "https://attacker.example:8443", "https://attacker.example/services/data/v67.0/query/01g-2000",
        "https://login.salesforce.com.attacker.example", "https://salesforce.attacker.example", "https://example.attacker.example",

        // Its own name within, before or after another.
        "https://example.my.salesforce.com.attacker.example", "https://example.my.salesforce.com.attacker.example/", "https://attacker.example/example.my.salesforce.com",
        "https://attacker.example?example.my.salesforce.com", "https://attacker.example#example.my.salesforce.com", "https://attacker.example/?u=https://example.my.salesforce.com",
        "https://example.my.salesforce.com-attacker.example", "https://example.my.salesforce.comattacker.example", "https://example-my-salesforce-com.attacker.example",
        "https://xexample.my.salesforce.com.evil.example", "https://evilmy.salesforce.com", "https://evil-my.salesforce.com", "https://my.salesforce.com", "https://.my.salesforce.com",
        "https://example.my.salesforce.co", "https://example.my.salesforce.com.", "https://example.my.salesforce.com..", "https://example..my.salesforce.com", "https://example.my.salesforcecom",
        "https://example.my.sa1esforce.com", "https://exarnple.rny.salesforce.com.attacker.example", "https://example.my.salesforce.com.my.salesforce.com.attacker.example",

        // Names before an at sign.
        "https://example.my.salesforce.com@attacker.example", "https://example.my.salesforce.com:443@attacker.example", "https://example.my.salesforce.com:pass@attacker.example/",
        "https://attacker.example@example.my.salesforce.com", "https://user:pass@example.my.salesforce.com", "https://@example.my.salesforce.com", "https://:@example.my.salesforce.com",
        "https://example.my.salesforce.com%40attacker.example", "https://example.my.salesforce.com%2540attacker.example", "https://attacker.example%2F@example.my.salesforce.com",
        "https://attacker.example%00@example.my.salesforce.com", "https://example.my.salesforce.com&@attacker.example", "https://example.my.salesforce.com /@attacker.example",

        // Slashes that lean, double or lack.
        "https:\\\\attacker.example", "https:/\\attacker.example", "\\\\attacker.example", "/\\attacker.example", "https://attacker.example\\@example.my.salesforce.com",
        "https://attacker.example\\.my.salesforce.com", "https://example.my.salesforce.com\\@attacker.example", "https://example.my.salesforce.com\\.attacker.example",
        "//attacker.example", "///attacker.example", "////attacker.example", "//attacker.example/services/data/v67.0/query/1", "https:attacker.example", "https:/attacker.example", "https:///attacker.example",

        // Another scheme.
        "http://example.my.salesforce.com", "ftp://example.my.salesforce.com", "file://example.my.salesforce.com/etc/passwd", "ws://example.my.salesforce.com", "javascript:alert(1)", "data:text/plain,x",
        "gopher://example.my.salesforce.com", "jar:https://example.my.salesforce.com!/", "httpss://example.my.salesforce.com", "ldap://attacker.example/x",

        // Another port.
        "https://example.my.salesforce.com:8443", "https://example.my.salesforce.com:80", "https://example.my.salesforce.com:0", "https://example.my.salesforce.com:65536", "https://example.my.salesforce.com:443:443",
        "https://example.my.salesforce.com:-1", "https://example.my.salesforce.com: 443",

        // Addresses instead of names.
        "https://127.0.0.1", "http://127.0.0.1", "https://[::1]", "http://[::ffff:127.0.0.1]", "https://2130706433", "https://0x7f000001", "https://0177.0.0.1", "https://169.254.169.254/latest/meta-data",
        "https://[::ffff:169.254.169.254]", "http://localhost:8080",

        // Letters that look alike, encode or vanish.
        "https://еxample.my.salesforce.com", "https://example。my。salesforce。com.attacker.example", "https://example.my.salesforce.com／attacker.example", "https://attacker.example\u2100example.my.salesforce.com",
        "https://exa\u200Bmple.my.salesforce.com", "https://%65xample.my.salesforce.com", "https://example.my.salesforce.com\t.attacker.example", "https://example.my.salesforce.com\r\nHost: attacker.example",
        "https://example.my.salesforce.com\0.attacker.example", " https://attacker.example", "https://xn--xample-2of.my.salesforce.com.attacker.example",
        "https://example.my.salesforce.com\u00A0.attacker.example", "https://ⓔxample.my.salesforce.com", "https://example.my.salesforce.com\u202E.attacker.example", "https://example.my.salesforce.com%2Eattacker.example",
    ];

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)All).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => All.GetEnumerator();
}
