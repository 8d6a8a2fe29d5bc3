using System.Globalization;

namespace CleanLogin.Benchmarks;

/// <summary>What was measured, beside what it may cost.</summary>
internal static class Table
{
    public static void Begin()
    {
        Write("operation", "ours", "budget");
        Write("---", "---", "---");
    }

    /// <summary>Milliseconds of the server's processor for one operation, after some that are not counted.</summary>
    public static async Task MeasureAsync(ServerProcess server, string name, int times, string budget, Func<Task> operation)
    {
        for (var i = 0; i < Math.Max(1, times / 5); i++)
        {
            await operation();
        }

        var before = server.Processor;
        for (var i = 0; i < times; i++)
        {
            await operation();
        }

        Write(name, Number((server.Processor - before).TotalMilliseconds / times) + " ms", budget);
    }

    public static void Write(string name, string value, string budget) =>
        Console.WriteLine($"| {name,-40} | {value,10} | {budget,-10} |");

    public static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
