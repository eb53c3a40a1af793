using System.ComponentModel.DataAnnotations;

namespace SyncWorker.PartnerCentral;

/// <summary>The AWS Partner Central account, section <c>PartnerCentral</c>. Credentials come from the AWS SDK's own chain: environment, profile, role, container or instance.</summary>
internal sealed class PartnerCentralOptions
{
    /// <summary><c>AWS</c> for production, <c>Sandbox</c> to try things out. There is no default: the wrong one costs real deals.</summary>
    [Required(ErrorMessage = "PartnerCentral:Catalog is missing. Set it to Sandbox to try things out, or to AWS.")]
    [RegularExpression("AWS|Sandbox", ErrorMessage = "PartnerCentral:Catalog must be AWS or Sandbox.")]
    public string? Catalog { get; set; }

    /// <summary>The region. Default us-east-1, the only documented one.</summary>
    [RegularExpression("[a-z]{2}(-[a-z]+)+-[0-9]", ErrorMessage = "PartnerCentral:Region must look like us-east-1.")]
    public string Region { get; set; } = "us-east-1";

    /// <summary>Another address than AWS's own, such as an emulator's.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Reads a second. Default 10, AWS's quota for the account.</summary>
    [Range(0.1, 1000, ErrorMessage = "PartnerCentral:ReadsPerSecond must be between 0.1 and 1000.")]
    public double ReadsPerSecond { get; set; } = 10;

    /// <summary>Writes a second. Default 1, AWS's quota for the account.</summary>
    [Range(0.01, 1000, ErrorMessage = "PartnerCentral:WritesPerSecond must be between 0.01 and 1000.")]
    public double WritesPerSecond { get; set; } = 1;

    /// <summary>Reads in any 24 hours. Default 100,000, AWS's quota for the account.</summary>
    [Range(100, 100_000_000, ErrorMessage = "PartnerCentral:ReadsPerDay must be between 100 and 100000000.")]
    public int ReadsPerDay { get; set; } = 100_000;

    /// <summary>Writes in any 24 hours. Default 10,000, AWS's quota for the account.</summary>
    [Range(10, 100_000_000, ErrorMessage = "PartnerCentral:WritesPerDay must be between 10 and 100000000.")]
    public int WritesPerDay { get; set; } = 10_000;

    /// <summary>The part of the calls of 24 hours that the worker may use; the rest is left to others of the same account. Default 0.9.</summary>
    [Range(0.1, 1, ErrorMessage = "PartnerCentral:QuotaShare must be between 0.1 and 1.")]
    public double QuotaShare { get; set; } = 0.9;

    /// <summary>Where requests go.</summary>
    public Uri Address() => Endpoint ?? new Uri($"https://partnercentral-selling.{Region}.api.aws");
}
