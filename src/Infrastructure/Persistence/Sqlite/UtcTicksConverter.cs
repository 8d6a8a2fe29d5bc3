using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CleanLogin.Infrastructure.Persistence.Sqlite;

internal sealed class UtcTicksConverter()
    : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
