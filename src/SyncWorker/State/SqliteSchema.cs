using DbUp;
using Microsoft.Data.Sqlite;

namespace SyncWorker.State;

/// <summary>Brings a SQLite file to the newest schema: the embedded scripts in the order of their names, each once.</summary>
internal static class SqliteSchema
{
    public static void Upgrade(string connectionString)
    {
        using (var connection = new SqliteConnection(connectionString))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            command.ExecuteNonQuery();
        }

        var result = DeployChanges.To.SqliteDatabase(connectionString).WithScriptsEmbeddedInAssembly(typeof(SqliteSchema).Assembly, n => n.EndsWith(".sql", StringComparison.Ordinal))
            .WithTransactionPerScript().LogToNowhere().Build().PerformUpgrade();
        if (!result.Successful) throw new InvalidOperationException($"The store's schema could not be brought up to date: {result.Error.Message}", result.Error);
    }
}
