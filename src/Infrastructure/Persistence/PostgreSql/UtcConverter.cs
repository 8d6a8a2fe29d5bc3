using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CleanLogin.Infrastructure.Persistence.PostgreSql;

/// <summary>The driver refuses to write any other offset than zero.</summary>
internal sealed class UtcConverter()
    : ValueConverter<DateTimeOffset, DateTimeOffset>(time => time.ToUniversalTime(), time => time);
