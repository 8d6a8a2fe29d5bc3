using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanLogin.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class PasskeyInvitations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PasskeyInvitationDeclinedAt",
                table: "AspNetUsers",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PasskeyInvitationDeclinedAt",
                table: "AspNetUsers");
        }
    }
}
