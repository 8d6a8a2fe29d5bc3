using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CleanLogin.Infrastructure.Duende.Grants;

/// <summary>The engine keeps times as UTC; SQLite forgets that they were.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
