using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CsirtFlow.Api.Accounts.Migrations
{
    /// <inheritdoc />
    public partial class ProviderSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "provider_at",
                schema: "auth",
                table: "session",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "provider_groups",
                schema: "auth",
                table: "session",
                type: "text[]",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "provider_second_factor",
                schema: "auth",
                table: "session",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "provider_at",
                schema: "auth",
                table: "session");

            migrationBuilder.DropColumn(
                name: "provider_groups",
                schema: "auth",
                table: "session");

            migrationBuilder.DropColumn(
                name: "provider_second_factor",
                schema: "auth",
                table: "session");
        }
    }
}
