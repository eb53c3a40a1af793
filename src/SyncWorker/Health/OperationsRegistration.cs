using System.Net;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace SyncWorker.Health;

/// <summary>The operations port with <c>/health/live</c> and <c>/health/ready</c>.</summary>
internal static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<OperationsOptions>().Bind(configuration.GetSection("Operations"), o => o.ErrorOnUnknownConfiguration = true);
        services.AddSingleton<IValidateOptions<OperationsOptions>, ValidateOperationsOptions>();
        services.AddSingleton<IValidateOptions<OperationsOptions>, ValidateOperationsAddress>();
        services.AddHealthChecks().AddCheck<PassesCheck>("passes").AddCheck<MapCheck>("field map").AddCheck<SettingsCheck>("settings").AddCheck<StoreCheck>("store").AddCheck<QuotaCheck>("quota").AddCheck<OrgCheck>("org").AddCheck<BrakeCheck>("brake");

        // Where nobody collects, nothing is collected; the exporter reads its other settings from the same environment.
        if (!string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) services.AddOpenTelemetry().WithMetrics(m => m.AddMeter(Metrics.MeterName).AddOtlpExporter());
        return services;
    }

    public static void MapOperations(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<OperationsOptions>>().Value;
        app.Urls.Clear();
        app.Urls.Add($"http://{new IPEndPoint(IPAddress.Parse(options.Address), options.Port)}");
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), e.Value.Description }),
    });
}
